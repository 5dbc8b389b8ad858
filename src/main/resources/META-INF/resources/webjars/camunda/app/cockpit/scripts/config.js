// Replaces the file of the same name in the webapp's own jar.
export default {
  app: { name: 'Cockpit', vendor: 'Chancery' },
  customScripts: ['../../../chancery-webapps.js']
};
