/** The server, killed after the commit and before the broadcast of a message that says so. */
import { Repository } from '../../demo/server/repository/repository.ts';

const createMessage = Reflect.get(Repository.prototype, 'createMessage');

Repository.prototype.createMessage = async function (...args: Parameters<Repository['createMessage']>) {
  const message = await createMessage.apply(this, args);
  if (message.message_body === 'Die now') process.kill(process.pid, 'SIGKILL');
  return message;
};

await import('../../demo/server/main.ts');
