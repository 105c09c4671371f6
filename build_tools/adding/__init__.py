"""Letters that come in, by file or by number: fetched, read, named, shown, and put with the others.

`asked` what the user named; `official`, `fetching` a paper from the official services; `arriving` a file becomes an
arrival, with its id of `naming`; `there` what the folder holds already; `likeness` which are versions; `telling` what
was found; `placing` and `questions` write, nothing else does.
"""
