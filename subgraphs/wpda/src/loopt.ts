/** Whether something runs on a day: from its first day until its last day is over; without a last day it goes on. */
export function loopt(eersteDag: string, laatsteDag: string | null, dag: string): boolean {
  return eersteDag <= dag && (laatsteDag === null || dag <= laatsteDag);
}
