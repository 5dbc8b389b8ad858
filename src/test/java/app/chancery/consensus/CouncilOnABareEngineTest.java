package app.chancery.consensus;

import app.chancery.BareEngineTest;

@BareEngineTest
class CouncilOnABareEngineTest extends CouncilProcessTest {}
