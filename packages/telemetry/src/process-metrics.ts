import { monitorEventLoopDelay } from "node:perf_hooks";
import type { Meter } from "@opentelemetry/api";

const quantiles = { "0.5": 50, "0.99": 99, "1": 100 } as const;

/** Measures the process: memory, processor, and how long work waits for its turn. Gives what ends it. */
export function measureProcess(meter: Meter): () => void {
  const resident = meter.createObservableGauge("process_resident_memory_bytes", {
    description: "Geheugen van het proces.",
  });
  const heap = meter.createObservableGauge("nodejs_heap_used_bytes", {
    description: "Geheugen dat JavaScript in gebruik heeft.",
  });
  const cpu = meter.createObservableCounter("process_cpu_seconds_total", {
    description: "Processortijd van het proces.",
  });
  const delay = meter.createObservableGauge("nodejs_eventloop_delay_seconds", {
    description:
      "Hoe lang werk op zijn beurt wacht, sinds de vorige keer dat dit gelezen werd; quantile 1 is het langst.",
  });
  const histogram = monitorEventLoopDelay({ resolution: 20 });
  histogram.enable();
  meter.addBatchObservableCallback(
    (result) => {
      const { rss, heapUsed } = process.memoryUsage();
      const { user, system } = process.cpuUsage();
      result.observe(resident, rss);
      result.observe(heap, heapUsed);
      result.observe(cpu, (user + system) / 1e6);
      for (const [quantile, percentile] of Object.entries(quantiles)) {
        result.observe(delay, histogram.percentile(percentile) / 1e9, { quantile });
      }
      histogram.reset();
    },
    [resident, heap, cpu, delay],
  );
  return () => histogram.disable();
}
