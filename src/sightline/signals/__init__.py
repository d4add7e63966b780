"""The grammar of a signal: the tables it reads, how it is compiled, and the engines that run it."""
