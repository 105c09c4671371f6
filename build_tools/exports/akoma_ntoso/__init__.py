"""A letter in Akoma Ntoso 3.0, the standard of OASIS for the papers of parliaments."""
