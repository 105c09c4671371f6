"""The traces by which what differs between two prints may be no edit: of a machine that read them, of a page."""
