export { permissionModuleOperators as default } from './module';
