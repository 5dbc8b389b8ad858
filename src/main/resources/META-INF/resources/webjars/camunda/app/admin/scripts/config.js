// Replaces the file of the same name in the webapp's own jar.

// It is read before the webapp asks for its other scripts, of which none is given up because it is slow: the page
// would stay blank for good.
window.require.config({ waitSeconds: 0 });

export default {
  app: { name: 'Admin', vendor: 'Chancery' },
  customScripts: ['../../../chancery-webapps.js']
};
