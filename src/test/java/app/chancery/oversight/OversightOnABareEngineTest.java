package app.chancery.oversight;

import app.chancery.BareEngineTest;

@BareEngineTest
class OversightOnABareEngineTest extends OversightProcessTest {}
