import { assertEquals, assertNotEquals } from "@std/assert";
import { clientIp, ipPrefix } from "./client_ip.ts";

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
  assertEquals(clientIp(asked("203.0.113.9"), info, true), "203.0.113.9");
  assertEquals(
    clientIp(asked("10.9.1.1, 198.51.100.7, 203.0.113.9"), info, true),
    "203.0.113.9",
  );
  assertEquals(clientIp(asked(), info, true), "192.0.2.1");
});

Deno.test("without a proxy, nobody chooses his address", () => {
  assertEquals(clientIp(asked("203.0.113.9"), info, false), "192.0.2.1");
});

Deno.test("the addresses of one IPv6 network count as one", () => {
  assertEquals(ipPrefix("192.0.2.1"), "192.0.2.1");
  assertEquals(ipPrefix("unknown"), "unknown");
  assertEquals(ipPrefix("2001:db8:1:2::1"), ipPrefix("2001:db8:1:2:a:b:c:d"));
  assertEquals(ipPrefix("2001:db8::1"), ipPrefix("2001:DB8:0:0:ffff::2"));
  assertNotEquals(ipPrefix("2001:db8:1:2::1"), ipPrefix("2001:db8:1:3::1"));
  assertNotEquals(ipPrefix("::ffff:192.0.2.1"), ipPrefix("::ffff:192.0.2.2"));
});

Deno.test("an address counts as one however it is written", () => {
  assertEquals(ipPrefix("::ffff:192.0.2.1"), "192.0.2.1");
  assertEquals(ipPrefix("fe80::1%eth0"), ipPrefix("FE80::2"));
  // What only looks like an address is itself.
  for (const odd of ["10.1", "0x7f.1", "010.0.0.1", "", "a, b"]) {
    assertEquals(ipPrefix(odd), odd);
  }
});
