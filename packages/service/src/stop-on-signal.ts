/** A part of the hub that can be stopped. */
export interface Stoppable {
  stop(): Promise<void>;
}

/** Stops a part when the process is told to end; what is under way is answered first. Told a second time, it ends at once. */
export function stopOnSignal(part: Stoppable): void {
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => {
      part.stop().then(
        () => process.exit(0),
        () => process.exit(1),
      );
    });
  }
}
