"""Physical therapy from referral to cash: visits by week, what is billed for them, and what comes in."""
