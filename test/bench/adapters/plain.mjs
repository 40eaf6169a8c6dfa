/** The floor: a `<div>` for each room and message, and nothing else. */
function rowOf({ user, message_body }) {
  const row = document.createElement('div');
  row.className = 'row';
  row.textContent = `${user.name}: ${message_body}`;
  return row;
}

export function mount(root, rooms) {
  const list = document.createElement('div');
  for (const { name } of rooms) list.append(Object.assign(document.createElement('div'), { textContent: name }));
  const scroller = document.createElement('div');
  scroller.className = 'scroller';
  scroller.append(...rooms[0].messages.map(rowOf));
  const input = document.createElement('textarea');
  root.replaceChildren(list, scroller, input);
  const toEnd = () => {
    scroller.scrollTop = scroller.scrollHeight;
  };
  toEnd();
  return {
    rows: () => [...scroller.children],
    lastRow: () => scroller.lastElementChild,
    scroller: () => scroller,
    input: () => input,
    openSecond() {
      scroller.replaceChildren(...rooms[1].messages.map(rowOf));
      toEnd();
    },
    append(message) {
      scroller.append(rowOf(message));
      toEnd();
    },
    appendAll(messages) {
      scroller.append(...messages.map(rowOf));
      toEnd();
    },
    prepend(messages) {
      scroller.prepend(...messages.map(rowOf));
    },
  };
}
