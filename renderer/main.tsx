import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/app.tsx';
import { reportBug } from './platform/report-bug.ts';
import { startText } from './text/i18n.ts';
import { chooseLanguage } from './text/language.ts';

// A bug nobody caught: the log hears of it, the screens go on.
window.addEventListener('error', (event) => reportBug(event.error));
window.addEventListener('unhandledrejection', (event) => reportBug(event.reason));

await startText(chooseLanguage('system', navigator.languages));
const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');
createRoot(root).render(<StrictMode><App /></StrictMode>);
