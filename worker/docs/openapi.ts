import { generateSpecs } from 'hono-openapi';
import { app } from '../app.ts';
import { documentation } from './documentation.ts';

/**
 * The OpenAPI document of the API as it is. It is worked out when the worker is built, and served as a file (api-description.ts).
 * What the fill page's script asks for is left out: that is between the page and us, and may change with it.
 */
export const openApi = () => generateSpecs(app, { documentation, exclude: /^\/[ps]\// });
