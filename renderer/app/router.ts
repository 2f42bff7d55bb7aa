import { createHashRouter } from 'react-router';
import { routes } from './routes.ts';

/** Addresses stand after the #, because the page is one file behind app://. */
export const router = createHashRouter([...routes]);
