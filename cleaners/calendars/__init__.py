"""What dates are made of; cleaners.dates puts it together.

days      the forms in which a day is written      clocks    the time of day beside it
names     months and weekdays in forty languages   zones     offsets, stated or certain
relative  "3 hours ago", days without a year       setting   what a page tells of how its dates are meant
words     the words of clocks, zones and relative dates, as data
"""
