import { configure } from '@testing-library/dom';

/** A screen that is awaited may come late on a busy machine; one that never comes still fails the test. */
configure({ asyncUtilTimeout: 8000 });
