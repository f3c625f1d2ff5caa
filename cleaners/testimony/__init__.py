"""What an HTML page says of its article, and what is believed of it.

Witnesses: `json_ld`, `metas`, `marked` (elements by their names), `lines` (what a reader sees by the headline),
`address` (the URL). Each says one thing, and says where. What is believed, field by field: `headline`, `authors`,
`dates`, `site`, `rest`; `weigh` holds how far each kind of witness can be relied on.
"""
