package app.chancery.integration;

import app.chancery.BareEngineTest;

@BareEngineTest
class AccessionOnABareEngineTest extends AccessionTest {}
