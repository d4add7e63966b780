"""Pictures made on the server: SVG as text, safe to put in a page as it stands.

Each picture takes frozen facts and gives two things: the drawing, and the same facts as a `Table`. No picture
asks a database, runs a script, or sets a style; colours are presentation attributes, so a strict content
security policy holds. Inside a drawing nothing can be reached by keyboard: the table is how it is read aloud.
"""
