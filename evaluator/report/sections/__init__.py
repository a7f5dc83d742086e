"""The sections of the report, one file each: a view of finished words and the function that builds it.

To add one: a frozen dataclass with `name` and `heading`, its `build_…` function, a line in `report/view.SECTIONS`, and
a template of the same name in templates/report/sections.
"""
