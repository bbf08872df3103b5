import { contextBridge, ipcRenderer, type IpcRendererEvent } from 'electron';
import type { Bridge, EventName, Events } from '../shared/contract';

/** The window's bridge. It never grows: a new ability is a new call in the contract. */
const bridge: Bridge = {
  call: (name, input) => ipcRenderer.invoke('call', name, input),
  subscribe<N extends EventName>(name: N, listener: (data: Events[N]) => void) {
    const hear = (_event: IpcRendererEvent, told: string, data: Events[N]): void => {
      if (told === name) listener(data);
    };
    ipcRenderer.on('event', hear);
    return () => void ipcRenderer.off('event', hear);
  },
};

contextBridge.exposeInMainWorld('desk', bridge);
