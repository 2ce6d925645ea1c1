import { assertEquals, assertNotEquals } from "@std/assert";
import { addressOf, networkOf } from "./address.ts";

const info: Deno.ServeHandlerInfo = {
  remoteAddr: { transport: "tcp", hostname: "192.0.2.1", port: 1 },
  completed: Promise.resolve(),
};

function asked(forwarded?: string): Request {
  const headers: HeadersInit = forwarded === undefined
    ? {}
    : { "X-Forwarded-For": forwarded };
  return new Request("http://localhost/", { headers });
}

Deno.test("behind a proxy, the address is what the proxy wrote, not what was sent to it", () => {
  assertEquals(addressOf(asked("203.0.113.9"), info, true), "203.0.113.9");
  assertEquals(
    addressOf(asked("10.9.1.1, 198.51.100.7, 203.0.113.9"), info, true),
    "203.0.113.9",
  );
  assertEquals(addressOf(asked(), info, true), "192.0.2.1");
});

Deno.test("without a proxy, nobody chooses his address", () => {
  assertEquals(addressOf(asked("203.0.113.9"), info, false), "192.0.2.1");
});

Deno.test("the addresses of one IPv6 network count as one", () => {
  assertEquals(networkOf("192.0.2.1"), "192.0.2.1");
  assertEquals(networkOf("unknown"), "unknown");
  assertEquals(networkOf("2001:db8:1:2::1"), networkOf("2001:db8:1:2:a:b:c:d"));
  assertEquals(networkOf("2001:db8::1"), networkOf("2001:DB8:0:0:ffff::2"));
  assertNotEquals(networkOf("2001:db8:1:2::1"), networkOf("2001:db8:1:3::1"));
  assertNotEquals(networkOf("::ffff:192.0.2.1"), networkOf("::ffff:192.0.2.2"));
});
