/** What a worker can do; each is loaded by the worker that does it. */
export const jobs = {
  asks: () => import("@/e2e/bench/worker/jobs/asks"),
  assignments: () => import("@/e2e/bench/worker/jobs/assignments"),
  candidates: () => import("@/e2e/bench/worker/jobs/candidates"),
  erlang: () => import("@/e2e/bench/worker/jobs/erlang"),
  "floor-claim": () => import("@/e2e/bench/worker/jobs/floor-claim"),
  "floor-commit": () => import("@/e2e/bench/worker/jobs/floor-commit"),
  "floor-http": () => import("@/e2e/bench/worker/jobs/floor-http"),
  "floor-publish": () => import("@/e2e/bench/worker/jobs/floor-publish"),
  "idle-sockets": () => import("@/e2e/bench/worker/jobs/idle-sockets"),
  messages: () => import("@/e2e/bench/worker/jobs/messages"),
  storm: () => import("@/e2e/bench/worker/jobs/storm"),
} as const;
