package bench.faults;

/// Says of each thing that must hold whether it does.
final class Verdicts {
    private int broken;

    void title(String title) {
        IO.println("\n== " + title);
    }

    void tell(String what) {
        IO.println("   " + what);
    }

    void must(boolean holds, String what) {
        IO.println((holds ? "   yes: " : "    NO: ") + what);
        broken += holds ? 0 : 1;
    }

    int broken() {
        return broken;
    }
}
