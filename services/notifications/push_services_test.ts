import { assertEquals } from "@std/assert";
import { isPushService } from "./push_services.ts";

const services =
  "https://fcm.googleapis.com https://*.push.apple.com http://127.0.0.1:*";

const endpoints: [string, boolean][] = [
  ["https://fcm.googleapis.com/fcm/send/abc", true],
  ["https://web.push.apple.com/abc", true],
  ["http://127.0.0.1:8123/push/1", true],
  ["http://fcm.googleapis.com/fcm/send/abc", false],
  ["https://fcm.googleapis.com:8443/abc", false],
  ["https://fcm.googleapis.com.evil.example/abc", false],
  ["https://evilpush.apple.com/abc", false],
  ["https://user@fcm.googleapis.com/abc", false],
  ["https://10.0.0.1/abc", false],
  ["http://localhost:5432/", false],
  ["file:///etc/passwd", false],
  ["nothing", false],
];

for (const [endpoint, known] of endpoints) {
  Deno.test(`${endpoint} is ${known ? "" : "not "}a push service`, () => {
    assertEquals(isPushService(endpoint, services), known);
  });
}
