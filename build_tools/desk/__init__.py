"""What a clerk has to look at after letters came in: doubts, missing facts, versions; a page of the preview alone.

After `page_of`: nothing of it is in the folder of pages or in the site. Every remedy stands there ready to be copied,
with the line of the catalogue that it belongs to.
"""
