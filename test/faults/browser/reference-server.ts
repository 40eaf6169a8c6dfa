/** The reference server as a process that can die around a commit. */
import { createApp } from '../../../demo/server/app.ts';
import { readConfig } from '../../../demo/server/config.ts';
import { Repository } from '../../../demo/server/repository/repository.ts';
import { crashPoint, type Listening } from './crash-point.ts';

const createMessage = Reflect.get(Repository.prototype, 'createMessage');

Repository.prototype.createMessage = async function (...args: Parameters<Repository['createMessage']>) {
  crashPoint('before commit');
  const saved = await createMessage.apply(this, args);
  crashPoint('after commit');
  return saved;
};

const { port } = await createApp(readConfig(process.env));
process.send?.({ port } satisfies Listening);
