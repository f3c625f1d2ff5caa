"""What an HTML page says of its article, and what is believed of it.

Witnesses, each of which says one thing and where it says it: `source` (what the caller knows), `json_ld`, `metas`,
`marked` (elements by their attributes and names), `lines` (what a reader sees round the headline), `owners` (a site
that has a person's name), `payloads` (the data of pages that show nothing without scripts), and the address.
`hearing` hears them all on a page that has been read (`reading`), by where they stand (`stage`), with the page's own
`setting` for dates and its `names_of_site`. Candidates are made and chosen field by field, by the `kind_of_page`:
`headline` (and `heading_links`), `authors` (as `names_compared` has them), `dates`, `site`, `address`; `weigh` holds
how far each kind of witness can be relied on, and `believe` makes the metadata.
"""
