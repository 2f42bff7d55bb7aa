/** A way out of the window; runs in the page and tells whether it got through. */
export interface Attack {
  readonly name: string;
  readonly run: (url: string) => Promise<'refused' | 'reached'>;
}

/**
 * Every way in which a page can send something. Those that tell nothing back resolve when the policy reports the
 * violation; one that is let through would reach the trap, which the test looks at.
 */
export const attacks: readonly Attack[] = [
  {
    name: 'fetch',
    run: (url) =>
      fetch(url, { method: 'POST', body: '{"kind":"expire-tokens"}', mode: 'no-cors' }).then(
        () => 'reached',
        () => 'refused',
      ),
  },
  {
    name: 'XMLHttpRequest',
    run: (url) =>
      new Promise((resolve) => {
        const request = new XMLHttpRequest();
        request.addEventListener('load', () => resolve('reached'));
        request.addEventListener('error', () => resolve('refused'));
        request.open('POST', url);
        request.send('{"kind":"expire-tokens"}');
      }),
  },
  {
    name: 'WebSocket',
    run: (url) =>
      new Promise((resolve) => {
        try {
          const socket = new WebSocket(url.replace('http', 'ws'));
          socket.addEventListener('open', () => resolve('reached'));
          socket.addEventListener('error', () => resolve('refused'));
        } catch {
          resolve('refused');
        }
      }),
  },
  {
    name: 'EventSource',
    run: (url) =>
      new Promise((resolve) => {
        const source = new EventSource(url);
        source.addEventListener('open', () => resolve('reached'));
        source.addEventListener('error', () => resolve('refused'));
      }),
  },
  {
    name: 'image',
    run: (url) =>
      new Promise((resolve) => {
        const image = new Image();
        image.addEventListener('load', () => resolve('reached'));
        image.addEventListener('error', () => resolve('refused'));
        image.src = url;
      }),
  },
  {
    name: 'beacon',
    run: (url) =>
      new Promise((resolve) => {
        document.addEventListener('securitypolicyviolation', () => resolve('refused'), { once: true });
        if (!navigator.sendBeacon(url, '{"kind":"expire-tokens"}')) resolve('refused');
      }),
  },
  {
    name: 'iframe',
    run: (url) =>
      new Promise((resolve) => {
        const frame = document.createElement('iframe');
        document.addEventListener('securitypolicyviolation', () => {
          frame.remove();
          resolve('refused');
        }, { once: true });
        frame.src = url;
        document.body.append(frame);
      }),
  },
  {
    name: 'script',
    run: (url) =>
      new Promise((resolve) => {
        const script = document.createElement('script');
        script.addEventListener('load', () => resolve('reached'));
        script.addEventListener('error', () => resolve('refused'));
        script.src = url;
        document.head.append(script);
      }),
  },
  {
    name: 'form',
    run: (url) =>
      new Promise((resolve) => {
        const form = document.createElement('form');
        form.method = 'post';
        form.action = url;
        document.addEventListener('securitypolicyviolation', () => {
          form.remove();
          resolve('refused');
        }, { once: true });
        document.body.append(form);
        form.submit();
      }),
  },
];
