"""A comparison as a Word file with tracked changes: to accept all gives the second text, to reject all the first.

paragraphs.py   rows of a comparison -> paragraphs of stretches and marks, each in both texts or in one
document.py     paragraphs -> the XML of a Word document
proof.py        that XML -> the two texts, read back
package.py      all parts of the file, zipped
parts/          the parts that are the same in each
"""
