/** No chat that is made of these libraries can be smaller than this: the measure in `size.mjs`. */
import { ContextConsumer, ContextProvider, createContext } from '@lit/context';
import { css, html, LitElement } from 'lit';
import { io } from 'socket.io-client';

Object.assign(globalThis, { floor: [ContextConsumer, ContextProvider, createContext, css, html, LitElement, io] });
