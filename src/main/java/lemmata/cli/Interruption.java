package lemmata.cli;

import java.util.concurrent.CountDownLatch;

/// Whether the program was asked to end, by Ctrl-C or `kill`: it may still write what it has, until this is closed.
///
/// The JVM then ends with 128 plus the number of the signal: 130 after SIGINT, 143 after SIGTERM.
final class Interruption implements AutoCloseable {

    private final CountDownLatch over = new CountDownLatch(1);
    private final Thread hook = new Thread(this::waitUntilOver);
    private volatile boolean requested;

    Interruption() {
        Runtime.getRuntime().addShutdownHook(hook);
    }

    private void waitUntilOver() {
        requested = true;
        try {
            over.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Whether it was asked to end.
    boolean isRequested() {
        return requested;
    }

    @Override
    public void close() {
        over.countDown();
        if (!requested) {
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException e) {
                return; // it is being asked just now
            }
        }
    }
}
