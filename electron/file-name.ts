const reserved = /^(con|prn|aux|nul|com\d|lpt\d)$/i;

/** A proposed file name that every system takes: no folder in it, nothing reserved, at most 120 characters, its ending kept. */
export function fileNameOf(name: string): string {
  const plain = name.replace(/[<>:"/\\|?*\u0000-\u001f\u007f]/g, '-').replace(/^[. ]+|[. ]+$/g, '');
  const dot = plain.lastIndexOf('.');
  const stem = (dot > 0 ? plain.slice(0, dot) : plain).trim() || 'Refund Desk';
  const ending = dot > 0 ? plain.slice(dot, dot + 12) : '';
  return `${reserved.test(stem) ? `${stem}-` : stem}`.slice(0, 120 - ending.length) + ending;
}
