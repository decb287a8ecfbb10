"""A growth path along its rail: `frame` is around what `brief` tells, or `details`."""
