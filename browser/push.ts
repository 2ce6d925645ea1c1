import { paths } from "@/domain/paths.ts";
import { ask, Done } from "./api.ts";

/** Whether this browser can be told of something when its page is closed. On an iPhone only the installed app can. */
export function pushPossible(): boolean {
  return "serviceWorker" in navigator && "PushManager" in globalThis &&
    "Notification" in globalThis;
}

/**
 * Asks the person, and has this browser told of one appointment's call. Whether it is; false when the person or the
 * browser refuses. Throws when the network does not answer.
 */
export async function subscribeToCall(
  appointmentId: string,
  publicKey: string,
): Promise<boolean> {
  if (await Notification.requestPermission() !== "granted") return false;
  const registration = await navigator.serviceWorker.register(
    "/push-worker.js",
  );
  await navigator.serviceWorker.ready;
  const subscription = await registration.pushManager.subscribe({
    userVisibleOnly: true,
    applicationServerKey: publicKey,
  });
  const { endpoint, keys } = subscription.toJSON();
  await ask(paths.pushSubscription(appointmentId), Done, {
    method: "PUT",
    body: { endpoint, keys },
    repeatable: true,
  });
  return true;
}
