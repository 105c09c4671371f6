"""Where a reading may be wrong: its weak places, as values. Nothing here changes a reading."""
