"""The sections of the owner's audit report, each from an Audit to finished words.

In: a cleaned Audit and the labels of its offers. Out: view records. Must not compute or judge.
"""
