"""Job offers in psychotherapy, psychology and physical therapy: what they pay, what they leave open, who decides."""
