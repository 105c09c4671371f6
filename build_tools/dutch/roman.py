"""Roman numbers, in small letters."""

ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
         (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip
LARGEST = 4000
"""No Roman number reaches it: four times `m` is not written."""
DIGITS = {letters: value for value, letters in ROMAN if len(letters) == 1}


def roman(n: int) -> str:
    """4 as `iv`; what has no Roman number in digits."""
    text = ""
    for value, letters in ROMAN if n < LARGEST else ():
        while n >= value:
            text, n = text + letters, n - value
    return text or str(n)


def roman_value(text: str) -> int:
    """`iv` as 4."""
    digits = [DIGITS[letter] for letter in text]
    return sum(-a if a < b else a for a, b in zip(digits, [*digits[1:], 0], strict=True))
