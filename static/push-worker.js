// The service worker of eConsult: tells that a doctor calls (Web Push), and does nothing else.

addEventListener("push", (event) => {
  const { text, path } = event.data.json();
  event.waitUntil((async () => {
    const pages = await clients.matchAll({ type: "window" });
    const rings = pages.some((page) =>
      page.visibilityState === "visible" &&
      new URL(page.url).pathname.endsWith(path.slice(3))
    );
    // The page itself rings where it is seen.
    if (rings) return;
    await registration.showNotification(text, {
      tag: "call",
      renotify: true,
      requireInteraction: true,
      vibrate: [400, 200, 400],
      icon: "/logo.png",
      data: { path },
    });
  })());
});

addEventListener("notificationclick", (event) => {
  event.notification.close();
  const { path } = event.notification.data;
  event.waitUntil((async () => {
    const pages = await clients.matchAll({ type: "window" });
    const page = pages.find(({ url }) =>
      new URL(url).pathname.endsWith(path.slice(3))
    );
    await (page ? page.focus() : clients.openWindow(path));
  })());
});
