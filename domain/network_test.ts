import { assertEquals } from "@std/assert";
import { type NetworkFigures, networkVerdict } from "./network.ts";

const good: NetworkFigures = {
  rttMs: 40,
  videoReached: true,
  downKbit: 20_000,
  upKbit: 4_000,
  relay: null,
};

/** What came through a relay. */
const through = (lossPercent: number, udp = true, reached = true) => ({
  relay: { reached, udp, lossPercent },
});

const lines: [string, Partial<NetworkFigures>, string][] = [
  ["a fibre at home", {}, "good"],
  ["a slow upload", { upKbit: 600 }, "fair"],
  ["a satellite", { rttMs: 650 }, "fair"],
  ["the edge of a mobile network", { downKbit: 200 }, "poor"],
  ["an upload that broke off", { upKbit: null }, "poor"],
  ["a line that loses next to nothing", through(0.5), "good"],
  ["a crowded Wi-Fi", through(5), "fair"],
  ["a Wi-Fi behind three walls", through(15), "poor"],
  ["a firewall that stops UDP", through(0, false), "fair"],
  ["a firewall that stops the relay", through(0, false, false), "fair"],
  ["a company that blocks the video service", {
    videoReached: false,
  }, "blocked"],
  ["a proxy that blocks WebSockets", { rttMs: null }, "blocked"],
  ["no network", {
    rttMs: null,
    videoReached: false,
    downKbit: null,
    upKbit: null,
  }, "offline"],
];

for (const [name, figures, verdict] of lines) {
  Deno.test(`${name}: ${verdict}`, () => {
    assertEquals(networkVerdict({ ...good, ...figures }), verdict);
  });
}
