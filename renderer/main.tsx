import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app';
import './style/fonts.css';
import './style/tokens.css';
import './style/base.css';
import './style/shell.css';
import './style/fields.css';
import './style/popovers.css';
import './style/lists.css';
import './style/worksheet.css';
import './style/entry.css';
import './style/case.css';
import './style/today.css';
import './style/sign-in.css';
import { applyAppearance } from './appearance';

applyAppearance();
const root = document.getElementById('root');
if (root === null) throw new Error('the page has no root');
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
