"""What a torture came to."""


class Counts:
    """Rounds, changes the program said it had made, and what became of them."""

    def __init__(self):
        self.rounds = 0
        self.acknowledged = 0
        self.lost = 0
        self.damaged = 0
        self.refused = 0
        self.wrong = []

    def refuse(self, what, code, complaint):
        """Counts a refusal, which has to be a sentence."""
        if code > 0 and complaint.startswith("lectern: ") and complaint.rstrip().endswith("."):
            self.refused += 1
        else:
            self.fail(f"{what}: no sentence, but exit {code} and {complaint!r}")

    def fail(self, what):
        self.wrong.append(what)

    def check_sound(self, program, what):
        faults = program.faults()
        if faults:
            self.damaged += 1
            self.fail(f"{what}: damaged: {faults[:3]}")

    def add(self, other):
        self.rounds += other.rounds
        self.acknowledged += other.acknowledged
        self.lost += other.lost
        self.damaged += other.damaged
        self.refused += other.refused
        self.wrong += other.wrong

    def line(self, name):
        return (
            f"{name:<28}{self.rounds:>7} rounds {self.acknowledged:>6} acknowledged"
            f" {self.lost:>4} lost {self.damaged:>4} damaged {self.refused:>5} refused")
