/** What the measures need inside of each page; it is run before everything else there. */
export function prepare() {
  const afterPaint = () =>
    new Promise((resolve) => {
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => resolve(undefined);
        port2.postMessage('');
      });
    });

  let blocked = 0;
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) blocked += duration - 50;
  }).observe({ type: 'longtask', buffered: true });

  const rowsInView = () => {
    const { top } = window.view.scroller().getBoundingClientRect();
    return window.view.rows().filter((row) => row.getBoundingClientRect().top >= top);
  };

  /** How many rows are above what was the first message. */
  const firstIndex = () => window.view.rows().findIndex((row) => row.textContent.includes('Message 0:'));

  window.bench = {
    blocked: () => blocked,

    /** @returns epoch milliseconds at which the message is on screen */
    async shown(text) {
      const isShown = () => window.view?.isShown?.() ?? window.view?.lastRow()?.textContent.includes(text);
      while (!isShown()) await new Promise(requestAnimationFrame);
      await afterPaint();
      return Date.now();
    },

    elements() {
      const count = (root) => {
        let sum = 0;
        for (const element of root.querySelectorAll('*'))
          sum += 1 + (element.shadowRoot ? count(element.shadowRoot) : 0);
        return sum;
      };
      return count(document);
    },

    /** Frames that were due and did not come, of those due, until `stop()`. */
    watchFrames() {
      let due = 0;
      let missed = 0;
      let worst = 0;
      let last = performance.now();
      let isOver = false;
      const frame = (now) => {
        const frames = Math.max(1, Math.round((now - last) / (1000 / 60)));
        due += frames;
        missed += frames - 1;
        worst = Math.max(worst, now - last);
        last = now;
        if (!isOver) requestAnimationFrame(frame);
      };
      requestAnimationFrame((now) => {
        last = now;
        requestAnimationFrame(frame);
      });
      window.bench.stop = () => {
        isOver = true;
        return { missed: (100 * missed) / Math.max(1, due), worst };
      };
    },

    /** Scrolls up to the first message that there is, and remembers the line that is read there. */
    async lookUp() {
      const scroller = window.view.scroller();
      // A windowed list has its first rows only after some of these.
      for (let attempt = 0; attempt < 50; attempt += 1) {
        scroller.dispatchEvent(new WheelEvent('wheel', { bubbles: true, deltaY: -1 }));
        scroller.scrollTop = 120;
        await afterPaint();
        await afterPaint();
        if (firstIndex() === 0 && scroller.scrollTop < 300) break;
      }
      const [line] = rowsInView();
      window.bench.line = { text: line.textContent, top: line.getBoundingClientRect().top };
    },

    /** The farthest that the line was from where it was read, in any frame of the time. */
    async drift(milliseconds) {
      const { text, top } = window.bench.line;
      const end = performance.now() + milliseconds;
      let worst = 0;
      while (performance.now() < end) {
        await afterPaint();
        const line = window.view.rows().find((row) => row.textContent === text);
        const distance = line ? Math.abs(line.getBoundingClientRect().top - top) : Infinity;
        worst = Math.max(worst, distance);
      }
      return { drift: worst, rows: Math.max(0, firstIndex()) };
    },

    /** Milliseconds from each key to the frame that shows it. */
    watchKeys() {
      const delays = [];
      window.addEventListener(
        'keydown',
        () => {
          const pressed = performance.now();
          void afterPaint().then(() => delays.push(performance.now() - pressed));
        },
        { capture: true },
      );
      window.bench.keys = () => delays;
    },
  };
}
