/** The small form that is open on a petition's page; one at a time, so that Ctrl+S means one thing. */
export type Asking = 'correct' | 'approval' | 'return' | 'answer' | 'withdraw' | 'votes' | 'attach';
