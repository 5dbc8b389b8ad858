// Replaces the file of the same name in the webapp's own jar.
export default {
  app: { name: 'Admin', vendor: 'Chancery' },
  customScripts: ['../../../chancery-webapps.js']
};
