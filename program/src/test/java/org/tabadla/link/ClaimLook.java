package org.tabadla.link;
public class ClaimLook { public static void main(String[] a) throws Exception { System.out.println("en " + ClaimIndexTest.map5("query") + " ur " + ClaimIndexTest.map5("urdu")); } }
