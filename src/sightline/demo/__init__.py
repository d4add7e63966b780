"""The invented county: the same every time, and nobody in it is real.

Lives are told in the words of the case file and brought in through the product's own actions.
"""
