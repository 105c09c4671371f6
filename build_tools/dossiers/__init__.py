"""Above what one site can bear: a site for each dossier, and one in front that lists and searches all of them."""
