"""Checks: what is wrong with a plan, by rules with stable codes, and with its expected JSON."""
