package app.chancery.integration;

import app.chancery.BareEngineTest;

@BareEngineTest
class IntegrationOnABareEngineTest extends IntegrateIncrementallyTest {}
